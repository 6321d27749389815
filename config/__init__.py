"""What may be tuned?"""
