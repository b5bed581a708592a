package io.daybook.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A TCP way to a server on this machine that can be cut, silenced and mended. */
public final class Relay implements AutoCloseable {
  private enum State {
    OPEN,
    CUT,
    SILENT
  }

  private final int target;
  private final ServerSocket server;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Set<Socket> dead = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool(Relay::daemon);
  private State state = State.OPEN;

  public Relay(int target) {
    this.target = target;
    try {
      server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::listen);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Resets every connection, and each that is tried from now on. */
  public void cut() {
    become(State.CUT);
    sockets.forEach(Relay::reset);
  }

  /** Keeps every connection and takes new ones, but not a byte goes through. */
  public void silence() {
    become(State.SILENT);
  }

  /** New connections work; those that were silenced go on. */
  public void mend() {
    become(State.OPEN);
  }

  /** New connections work; those that were silenced stay silent, as after a failover. */
  public void failOver() {
    dead.addAll(sockets);
    mend();
  }

  private synchronized void become(State next) {
    state = next;
    notifyAll();
  }

  /** Returns once bytes may go through; throws if the way is cut. */
  private synchronized void pass(Socket from) throws IOException {
    while (state == State.SILENT || (state == State.OPEN && dead.contains(from))) {
      try {
        wait();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
    if (state == State.CUT) {
      throw new IOException("cut");
    }
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        Socket caller = server.accept();
        sockets.add(caller);
        threads.execute(() -> connect(caller));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket caller) {
    try {
      pass(caller);
      Socket callee = new Socket(InetAddress.getLoopbackAddress(), target);
      sockets.add(callee);
      caller.setTcpNoDelay(true);
      callee.setTcpNoDelay(true);
      threads.execute(() -> pump(callee, caller));
      pump(caller, callee);
    } catch (IOException refused) {
      end(caller);
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] bytes = new byte[1 << 14];
    try {
      InputStream in = from.getInputStream();
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        pass(from);
        to.getOutputStream().write(bytes, 0, read);
      }
    } catch (IOException broken) {
      // The other direction ends with it.
    } finally {
      end(from);
      end(to);
    }
  }

  private void end(Socket socket) {
    sockets.remove(socket);
    dead.remove(socket);
    reset(socket);
  }

  private static void reset(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException closed) {
      // So it is.
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "relay");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    cut();
    threads.shutdownNow();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
