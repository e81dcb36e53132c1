package cme.stack.postgres;

/// The address and the login of a service's database.
public record Database(String url, String username, String password) {
    @Override
    public String toString() {
        return url + " as " + username;
    }
}
