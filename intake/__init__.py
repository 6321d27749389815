"""What do people write?"""
