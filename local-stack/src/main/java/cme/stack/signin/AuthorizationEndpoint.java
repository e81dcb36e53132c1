package cme.stack.signin;

import cme.stack.signin.AuthorizationRequest.Outcome;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Asks who somebody is and sends the browser back to the portal with a code.
record AuthorizationEndpoint(Set<URI> redirects, People people, Grants grants) {

    /// The page with the question.
    ///
    /// @param query as the portal sent it
    Reply ask(String query) {
        return withValid(query, request -> page(200, query, request, false));
    }

    /// @param query as for [#ask]
    /// @param form the answer: `person` as role and number with a colon between, or `role` and
    ///   `number`
    Reply decide(String query, Parameters form) {
        return withValid(
                query,
                request ->
                        chosen(form)
                                .map(
                                        person ->
                                                Reply.redirect(
                                                        request.answer(
                                                                "code="
                                                                        + grants.code(
                                                                                person, request))))
                                .orElseGet(() -> page(422, query, request, true)));
    }

    private Reply withValid(String query, Function<AuthorizationRequest, Reply> work) {
        return switch (AuthorizationRequest.of(Parameters.of(query), redirects)) {
            case Outcome.Valid(var request) -> work.apply(request);
            case Outcome.Refused(var address) -> Reply.redirect(address);
            case Outcome.Untrusted(var reason) ->
                    Reply.page(
                            400,
                            Reply.FORMS_OF_THIS_PAGE,
                            SignInPage.notice("This does not lead to signing in", reason));
        };
    }

    private Reply page(int status, String query, AuthorizationRequest request, boolean invalid) {
        return Reply.page(
                status,
                Reply.FORMS_OF_THIS_PAGE + " " + request.origin(),
                new SignInPage(people.all(), query, request.origin() + "/", invalid).html());
    }

    private Optional<Person> chosen(Parameters form) {
        String[] listed = form.get("person").orElse("").split(":", 2);
        return listed.length == 2
                ? person(listed[0], listed[1])
                : person(form.get("role").orElse(""), form.get("number").orElse("").strip());
    }

    private Optional<Person> person(String role, String number) {
        return Role.named(role).flatMap(known -> people.find(known, number));
    }
}
