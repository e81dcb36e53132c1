package cme.portal.page;

import org.jspecify.annotations.Nullable;

/// The words of a page of failure.
///
/// @param title the largest words
/// @param sentence what happened, or what to do now
/// @param reference names the request in the log
/// @param unsent what was typed, to be sent again; null where there is no use in it
public record FailurePage(
        int status, String title, String sentence, String reference, @Nullable UnsentForm unsent) {

    FailurePage(int status, String title, String sentence, String reference) {
        this(status, title, sentence, reference, null);
    }

    static FailurePage of(int status, String reference) {
        return switch (status) {
            case 400 ->
                    new FailurePage(
                            status,
                            "This address cannot be read.",
                            "Something in it is not in its form. Go back, and choose again.",
                            reference);
            case 401 ->
                    new FailurePage(
                            status,
                            "Please sign in.",
                            "Your session is over, or this page needs one.",
                            reference);
            case 403 ->
                    new FailurePage(
                            status,
                            "This page is not yours to see.",
                            "You are signed in, but your role does not have it. If it should, tell"
                                    + " the board's office.",
                            reference);
            case 404 ->
                    new FailurePage(
                            status,
                            "There is nothing here.",
                            "The address may be misspelt, or what it named is gone.",
                            reference);
            case 405 ->
                    new FailurePage(
                            status,
                            "This cannot be done here.",
                            "Go back to the page and use its buttons.",
                            reference);
            case 412 ->
                    new FailurePage(
                            status,
                            "Somebody changed this meanwhile.",
                            "Nothing was recorded. Look at it as it is now, and decide again.",
                            reference);
            case 413 ->
                    new FailurePage(
                            status,
                            "This file is too large.",
                            "A file may have 64 MB. Send it in parts.",
                            reference);
            case 429 ->
                    new FailurePage(
                            status, "That was too often.", "Wait a minute, then go on.", reference);
            case 502, 503, 504 ->
                    new FailurePage(
                            status,
                            "A part of the system does not answer.",
                            "Nothing is lost. Try again in a minute.",
                            reference);
            default ->
                    new FailurePage(
                            status,
                            "Something went wrong here.",
                            "It was written down. Try again; if it happens again, tell the board's"
                                    + " office the reference.",
                            reference);
        };
    }

    /// The same with what a service said about it.
    FailurePage saying(String detail) {
        return new FailurePage(status, title, detail, reference, unsent);
    }

    /// The same with a form that can be sent again.
    FailurePage keeping(@Nullable UnsentForm form) {
        return new FailurePage(status, title, sentence, reference, form);
    }
}
