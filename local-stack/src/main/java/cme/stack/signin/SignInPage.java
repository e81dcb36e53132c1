package cme.stack.signin;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The page "Who are you today?".
///
/// @param query of the portal's request, which the answer repeats
/// @param back where one gets without signing in
/// @param invalid whether what was typed in is no number
record SignInPage(List<Person> people, String query, String back, boolean invalid) {

    private static final String FRAME =
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s - Continuing certification</title>
            <link rel="icon" type="image/svg+xml" href="/icon.svg">
            <link rel="stylesheet" href="/style.css">
            </head>
            <body>
            <header><p class="brand"><img src="/icon.svg" alt="" width="28" height="28">Continuing certification</p></header>
            <main>
            <h1>%s</h1>
            %s
            </main>
            </body>
            </html>
            """;

    private static final String OTHERS =
            """
            <section aria-labelledby="other">
            <h2 id="other">%s</h2>
            %s
            <form class="card" method="post" action="%s">
            <fieldset>
            <legend>Role</legend>
            <label><input type="radio" name="role" value="board" checked> Board staff</label>
            <label><input type="radio" name="role" value="society"> Society</label>
            <label><input type="radio" name="role" value="diplomate"> Surgeon</label>
            </fieldset>
            <p class="field"><label for="number">Number or code</label>
            <span id="hint" class="soft">A surgeon's number, such as 012345, or a society's code, such as ASPS. \
            The board's staff need none.</span>
            <input id="number" name="number" maxlength="64" autocomplete="off" autocapitalize="off" \
            spellcheck="false" aria-describedby="hint%s"%s></p>
            <p><button class="primary">Sign in</button></p>
            </form>
            </section>
            """;

    private static final String ERROR =
            """
            <p id="error" class="error" role="alert">Say which: letters, digits, dots and hyphens.</p>
            """;

    /// A page without a question.
    static String notice(String title, String text) {
        return FRAME.formatted(
                escaped(title), escaped(title), "<p class=\"lead\">" + escaped(text) + "</p>");
    }

    String html() {
        String title = "Who are you today?";
        String lead =
                """
                <p class="lead">This system runs on your own machine, so nobody asks for a password. \
                Choose whose eyes to look through.</p>
                """;
        String groups = Stream.of(Role.values()).map(this::group).collect(Collectors.joining());
        String way = "<p><a href=\"%s\">Back without signing in</a></p>".formatted(escaped(back));
        return FRAME.formatted(title, title, lead + groups + others() + way);
    }

    private String group(Role role) {
        List<Person> some = people.stream().filter(person -> person.role() == role).toList();
        if (some.isEmpty()) {
            return "";
        }
        String buttons = some.stream().map(SignInPage::button).collect(Collectors.joining("\n"));
        return """
        <section aria-labelledby="%s">
        <h2 id="%s">%s</h2>
        <form method="post" action="%s">
        <ul class="people">
        %s
        </ul>
        </form>
        </section>
        """
                .formatted(role.claim(), role.claim(), role.heading(), action(), buttons);
    }

    private static String button(Person person) {
        return """
        <li><button name="person" value="%s:%s"><span><span class="name">%s</span>%s</span>%s</button></li>\
        """
                .formatted(
                        person.role().claim(),
                        escaped(person.number()),
                        escaped(person.name()),
                        person.role() == Role.BOARD ? "" : " " + soft(person.number()),
                        person.note().isEmpty() ? "" : soft(person.note()));
    }

    private static String soft(String text) {
        return "<span class=\"soft\">" + escaped(text) + "</span>";
    }

    private String others() {
        return OTHERS.formatted(
                people.isEmpty() ? "Your role" : "Somebody else",
                invalid ? ERROR : "",
                action(),
                invalid ? " error" : "",
                invalid ? " aria-invalid=\"true\"" : "");
    }

    private String action() {
        return SignIn.AUTHORIZE + "?" + escaped(query);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
