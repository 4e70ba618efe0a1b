"""What each kind of Python child process says when it is killed: pools.py check|process|executor|pool"""
import concurrent.futures
import multiprocessing
import subprocess
import sys


def eat(_):
    return len(bytearray(400 << 20))


if __name__ == "__main__":
    kind = sys.argv[1]
    if kind == "check":
        subprocess.run([sys.executable, "-c", "b = bytearray(400 << 20)"], check=True)
    if kind == "process":
        process = multiprocessing.Process(target=eat, args=(1,))
        process.start()
        process.join()
        print(process.exitcode, process)
    if kind == "executor":
        with concurrent.futures.ProcessPoolExecutor(1) as executor:
            executor.submit(eat, 1).result()
    if kind == "pool":
        with multiprocessing.Pool(2) as pool:
            result = pool.map_async(eat, [1])
            try:
                result.get(timeout=6)
            except multiprocessing.TimeoutError:
                alive = [child.is_alive() for child in multiprocessing.active_children()]
                print(f"no result and no error after 6 s; children alive: {alive}")
