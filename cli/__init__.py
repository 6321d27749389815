"""What does an administrator type?"""
