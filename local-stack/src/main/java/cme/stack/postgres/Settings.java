package cme.stack.postgres;

import cme.stack.postgres.Database.Login;
import cme.stack.postgres.Replication.Server;

/// `postgresql.conf`, written at every start, because the port of the data folder may have changed.
final class Settings {
    private Settings() {}

    static String text(int port, boolean durable) {
        String onDisk = durable ? "on" : "off";
        return """
        # Written by the local stack at every start; changes here are lost.
        listen_addresses = '127.0.0.1'
        unix_socket_directories = ''
        port = %d
        # three services, two instances each in fault tests, and room for a look with psql
        max_connections = 200
        shared_buffers = 256MB
        fsync = %s
        synchronous_commit = %s
        full_page_writes = %s
        # after a checkpoint each page that is touched goes whole into the log: with less, a busy ledger has one every
        # 20 s and writes little else
        max_wal_size = 4GB
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_line_prefix = '%%m [%%p] %%u@%%d '
        log_checkpoints = off
        """
                .formatted(port, onDisk, onDisk, onDisk);
    }

    /// The further settings of one of two servers. Both have the same, so that either may be the
    /// primary.
    ///
    /// @param waits whether a commit is acknowledged only when the standby has it on its disk
    static String replicated(Replication pair, Server own, boolean waits) {
        Server other = pair.otherThan(own);
        Login login = pair.login();
        return """
        primary_conninfo = 'host=127.0.0.1 port=%d user=%s password=%s application_name=%s'
        synchronous_standby_names = '%s'
        # a standby that was away for longer than this is made anew
        wal_keep_size = 1GB
        wal_sender_timeout = 5s
        wal_receiver_timeout = 5s
        wal_retrieve_retry_interval = 500ms
        """
                .formatted(
                        other.port(),
                        login.username(),
                        login.password(),
                        own.name(),
                        waits ? "\"" + other.name() + "\"" : "");
    }
}
