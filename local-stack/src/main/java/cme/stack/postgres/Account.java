package cme.stack.postgres;

import cme.stack.process.Commands;
import cme.stack.process.StackFailure;
import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The user that PostgreSQL runs as: it refuses root, and containers often have no other user.
enum Account {
    /// The user who runs the stack.
    SAME(List.of(), -1),
    /// Root in an empty user namespace: PostgreSQL sees itself as user nobody, while its files stay
    /// root's.
    NAMELESS(List.of("unshare", "--user", "--"), 0),
    /// The user nobody with the one capability to reach files in folders of root. For container
    /// engines that forbid user namespaces.
    NOBODY(
            List.of(
                    "setpriv",
                    "--reuid=65534",
                    "--regid=65534",
                    "--clear-groups",
                    "--inh-caps=+dac_override",
                    "--ambient-caps=+dac_override",
                    "--"),
            65534);

    private final List<String> prefix;
    private final int owner;

    Account(List<String> prefix, int owner) {
        this.prefix = prefix;
        this.owner = owner;
    }

    static Account choose() {
        if (new UnixSystem().getUid() != 0) {
            return SAME;
        }
        for (Account account : List.of(NAMELESS, NOBODY)) {
            if (Commands.run(account.command(List.of("true"))).succeeded()) {
                return account;
            }
        }
        throw new StackFailure(
                "PostgreSQL refuses to run as root, and neither unshare nor setpriv (util-linux) can"
                        + " help here: start as another user.");
    }

    /// The command as this account runs it.
    List<String> command(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    /// Gives the folder to this account, whichever ran PostgreSQL on it before.
    void takeOver(Path folder) {
        if (owner < 0) {
            return;
        }
        try {
            if ((int) Files.getAttribute(folder, "unix:uid") != owner) {
                Files.walkFileTree(folder, new Handover());
            }
        } catch (IOException e) {
            throw new StackFailure("Cannot give " + folder + " to user id " + owner + ".", e);
        }
    }

    private final class Handover extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.setAttribute(file, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException trouble)
                throws IOException {
            // Last of all, so that a walk that was cut short is made again.
            Files.setAttribute(folder, "unix:uid", owner);
            return super.postVisitDirectory(folder, trouble);
        }
    }
}
