package cme.stack;

import cme.stack.process.StackFailure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A command line, taken apart: words, `--switch`, and `--option VALUE` or `--option=VALUE`.
record Arguments(List<String> words, Set<String> switches, Map<String, String> options) {
    /// @throws StackFailure for an option that is unknown, given twice, or lacks its value
    static Arguments parse(List<String> arguments, Set<String> switches, Set<String> options) {
        Arguments parsed = new Arguments(new ArrayList<>(), new HashSet<>(), new HashMap<>());
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!argument.startsWith("-")) {
                parsed.words.add(argument);
            } else if (switches.contains(argument)) {
                parsed.switches.add(argument);
            } else if (!options.contains(name)) {
                throw new StackFailure("Unknown option " + name + "; see ./cme help.");
            } else if (equals < 0 && !rest.hasNext()) {
                throw new StackFailure("Option " + name + " needs a value.");
            } else {
                String value = equals < 0 ? rest.next() : argument.substring(equals + 1);
                if (value.isBlank() || parsed.options.put(name, value) != null) {
                    throw new StackFailure("Option " + name + " needs one value.");
                }
            }
        }
        return parsed;
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /// The data folder: `--data`, else `data` in the project.
    Path data() {
        return option("--data")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("cme.home", ""), "data"))
                .toAbsolutePath()
                .normalize();
    }

    Arguments withoutWords() {
        if (!words.isEmpty()) {
            throw new StackFailure("Not understood: " + words.getFirst() + "; see ./cme help.");
        }
        return this;
    }
}
