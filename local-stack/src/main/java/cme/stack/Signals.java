package cme.stack;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// SIGINT, SIGTERM and SIGHUP, told apart by how many came. A shutdown hook cannot do that: the JVM
/// ignores a second signal while its hooks run.
final class Signals {
    private static final List<String> NAMES = List.of("INT", "TERM", "HUP");

    private Signals() {}

    /// Runs the first action, in a thread of its own, at the first signal, and the second at every
    /// later one.
    static void on(Runnable first, Runnable later) {
        AtomicInteger count = new AtomicInteger();
        Runnable action =
                () -> {
                    Runnable chosen = count.getAndIncrement() == 0 ? first : later;
                    Thread.ofPlatform().name("signal").start(chosen);
                };
        try {
            // By reflection, because the compiler warns of sun.misc.Signal and the warning cannot
            // be switched off. Java has no other way to handle a signal.
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy =
                    Proxy.newProxyInstance(
                            handler.getClassLoader(),
                            new Class<?>[] {handler},
                            (self, method, arguments) -> answer(self, method.getName(), action));
            for (String name : NAMES) {
                Object one = signal.getConstructor(String.class).newInstance(name);
                signal.getMethod("handle", signal, handler).invoke(null, one, proxy);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This JDK knows no signals.", e);
        }
    }

    private static Object answer(Object self, String method, Runnable action) {
        return switch (method) {
            case "toString" -> "signals of the local stack";
            case "hashCode" -> System.identityHashCode(self);
            case "equals" -> false;
            default -> {
                action.run();
                yield self;
            }
        };
    }
}
