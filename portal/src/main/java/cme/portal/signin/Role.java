package cme.portal.signin;

/// The role of somebody, by the roles of the token.
public enum Role {
    BOARD("board"),
    SOCIETY("society"),
    DIPLOMATE("diplomate"),
    /// Signed in without a role, or not signed in.
    VISITOR("");

    private final String group;

    Role(String group) {
        this.group = group;
    }

    /// The name of the role in tokens.
    public String group() {
        return group;
    }
}
