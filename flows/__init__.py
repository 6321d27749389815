"""What runs, and when?"""
