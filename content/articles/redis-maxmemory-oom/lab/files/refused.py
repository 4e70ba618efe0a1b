"""Writes into a full Redis with redis-py, and prints the error. Arguments: the port, how to write."""
import sys
import traceback

import redis

client = redis.Redis(port=int(sys.argv[1]))
if sys.argv[2] == "version":
    print(redis.__version__)
else:
    try:
        if sys.argv[2] == "pipeline":
            client.pipeline(transaction=False).set("cart:7", "x").get("cart:7").execute()
        else:
            client.set("session:81", "x")
    except redis.RedisError:
        traceback.print_exc()
