import time, subprocess
import requests
async def report():
    time.sleep(3)
    requests.get("http://127.0.0.1/")
    with open("/etc/hosts") as f:
        f.read()
    subprocess.run(["true"])
