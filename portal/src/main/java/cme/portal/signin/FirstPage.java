package cme.portal.signin;

/// Where somebody starts.
public final class FirstPage {
    private FirstPage() {}

    /// The path of the first page.
    public static String of(Visitor visitor) {
        return switch (visitor.role()) {
            case BOARD -> "/worklist";
            case SOCIETY -> "/rosters";
            case DIPLOMATE -> visitor.diplomateId().map(id -> "/diplomates/" + id).orElse("/");
            case VISITOR -> "/";
        };
    }
}
