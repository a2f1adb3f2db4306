"""A way to a service over HTTP on which some answers are lost."""

import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import Thread


@contextmanager
def losing(address: str, lost: str, times: int) -> Iterator[str]:
    """A way to the service on which the answers to `lost` do not come back, as often as said."""
    host, port, path = "127.0.0.1", int(address.split(":")[2].split("/", maxsplit=1)[0]), address.split("/", 3)[3]
    left = [times]
    with closing(socket.create_server((host, 0))) as door:
        mine = door.getsockname()[1]

        def carry() -> None:
            while True:
                try:
                    near, _ = door.accept()
                except OSError:
                    return
                with near, socket.create_connection((host, port)) as far:
                    said = whole(near)
                    far.sendall(said.replace(f"{host}:{mine}".encode(), f"{host}:{port}".encode()))
                    answer = whole(far)
                    if lost.encode() in said.splitlines()[0] and left[0] > 0:
                        left[0] -= 1
                        continue
                    near.sendall(answer)

        thread = Thread(target=carry, daemon=True)
        thread.start()
        yield f"http://{host}:{mine}/{path}"
        door.shutdown(socket.SHUT_RDWR)
    thread.join(10)


def whole(wire: socket.socket) -> bytes:
    """One message of HTTP, head and content."""
    wire.settimeout(10)
    said = b""
    while b"\r\n\r\n" not in said:
        said += wire.recv(65536)
    head, _, content = said.partition(b"\r\n\r\n")
    length = next(int(line.split(b":")[1]) for line in head.splitlines() if line.lower().startswith(b"content-length"))
    while len(content) < length:
        content += wire.recv(65536)
    return head + b"\r\n\r\n" + content
