package cme.portal.page;

import cme.portal.signin.Visitor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one row of links at the top.
public record Navigation(List<Link> links) {

    /// @param key what a page calls itself, to be marked as the current one
    /// @param count where a script asks for the number behind the label; null where there is none
    public record Link(String key, String path, String label, @Nullable String count) {
        Link(String key, String path, String label) {
            this(key, path, label, null);
        }
    }

    static Navigation of(Visitor visitor) {
        return new Navigation(
                switch (visitor.role()) {
                    case BOARD ->
                            List.of(
                                    new Link("worklist", "/worklist", "Worklist"),
                                    new Link("held", "/held", "Held rows", "/pending/held"),
                                    new Link("rosters", "/rosters", "Rosters"),
                                    new Link("activities", "/activities", "Activities"),
                                    new Link("people", "/people", "Diplomates"),
                                    new Link("cohort", "/cohort", "Cohort"));
                    case SOCIETY ->
                            List.of(
                                    new Link("rosters", "/rosters", "Rosters"),
                                    new Link("check", "/check", "Check a name"),
                                    new Link("activities", "/activities", "Activities"));
                    case DIPLOMATE -> diplomate("/diplomates/" + visitor.diplomateId().orElse(""));
                    case VISITOR ->
                            List.of(
                                    new Link("home", "/", "What is asked"),
                                    new Link("activities", "/activities", "Activities"),
                                    new Link("tracers", "/tracers", "Tracer procedures"),
                                    new Link("rules", "/rules", "Rules"));
                });
    }

    private static List<Link> diplomate(String path) {
        return List.of(
                new Link("status", path, "Where I stand"),
                new Link("what-if", path + "/what-if", "What if"),
                new Link("transcript", path + "/transcript", "Transcript"),
                new Link("activities", "/activities", "Activities"));
    }
}
