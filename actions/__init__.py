"""What is done in one go?"""
