package cme.stack.postgres;

/// How a service reaches its database.
public record Database(String url, String username, String password) {
    @Override
    public String toString() {
        return url + " as " + username;
    }
}
