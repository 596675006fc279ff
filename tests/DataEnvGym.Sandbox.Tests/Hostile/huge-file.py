# expect RuntimeError
# error File too large
with open("big.bin", "wb") as file:
    file.seek(1 << 40)
    file.write(b"x")
