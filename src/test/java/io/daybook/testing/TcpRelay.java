package io.daybook.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A way to a server that can be cut, so that connections are reset and new ones refused, or hang:
 * it takes connections and bytes, and never answers. What hung stays dead after the mend, as after
 * a failover: only new connections get through.
 */
public final class TcpRelay implements AutoCloseable {
  private final int target;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Set<Socket> dead = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool(TcpRelay::daemon);
  private ServerSocket server;
  private volatile boolean hanging;

  /** To a port of the loopback interface. */
  public TcpRelay(int target) {
    this.target = target;
    server = listen(0);
    port = server.getLocalPort();
    ServerSocket first = server;
    threads.execute(() -> accept(first));
  }

  public int port() {
    return port;
  }

  private static ServerSocket listen(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Resets all connections and refuses new ones. */
  public void cut() {
    close(server);
    open.forEach(TcpRelay::reset);
    open.clear();
  }

  /** From now on nothing gets through, and nobody is told. */
  public void hang() {
    hanging = true;
    dead.addAll(open);
  }

  /** New connections get through again. */
  public void mend() {
    hanging = false;
    if (server.isClosed()) {
      server = listen(port);
      ServerSocket next = server;
      threads.execute(() -> accept(next));
    }
  }

  private void accept(ServerSocket listening) {
    while (!listening.isClosed()) {
      try {
        Socket caller = listening.accept();
        if (hanging) {
          open.add(caller);
          dead.add(caller);
        } else {
          connect(caller);
        }
      } catch (IOException closed) {
        // Either the relay was cut, or the server behind it is down: the caller sees it.
      }
    }
  }

  private void connect(Socket caller) throws IOException {
    try {
      Socket behind = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(caller);
      open.add(behind);
      threads.execute(() -> copy(caller, behind));
      threads.execute(() -> copy(behind, caller));
    } catch (IOException down) {
      reset(caller);
      throw down;
    }
  }

  private void copy(Socket from, Socket to) {
    byte[] buffer = new byte[1 << 16];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (!dead.contains(from)) {
          out.write(buffer, 0, read);
        }
      }
      end(from, to);
    } catch (IOException broken) {
      end(from, to);
    }
  }

  private void end(Socket from, Socket to) {
    if (!dead.contains(from)) {
      close(from);
      close(to);
    }
    open.remove(from);
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException alreadyClosed) {
      return;
    } finally {
      close(socket);
    }
  }

  private static void close(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception alreadyClosed) {
      return;
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "tcp-relay");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    cut();
    dead.forEach(TcpRelay::reset);
    threads.shutdownNow();
  }
}
