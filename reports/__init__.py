"""What do we write down?"""
