"""What does "hösten -22" mean?"""
