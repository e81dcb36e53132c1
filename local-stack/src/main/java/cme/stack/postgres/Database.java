package cme.stack.postgres;

/// The address and the logins of a service's database.
///
/// @param service the role that the service works as; it changes rows and nothing else
/// @param owner the role that owns everything there, and migrates
public record Database(String url, Login service, Login owner) {

    /// A role and its password.
    public record Login(String username, String password) {
        @Override
        public String toString() {
            return username;
        }
    }

    /// The name of the database, which is also that of the service's role.
    String name() {
        return service.username();
    }
}
