"""What do we decide?"""
