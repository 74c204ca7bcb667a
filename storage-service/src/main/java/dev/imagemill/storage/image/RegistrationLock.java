package dev.imagemill.storage.image;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps registrations apart from those who fix the upper bound of a selection: while somebody holds the lock exclusively,
 * no image is being registered, so every image up to the greatest {@code seq} is committed and no later one gets below it.
 * Both sides hold it until their transaction ends; the exclusive side is to be short.
 */
@Component
public class RegistrationLock {
    private static final long LOCK = 0x494d_0002_0000_0000L;

    private final JdbcClient jdbc;

    RegistrationLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void share() {
        lock("SELECT pg_advisory_xact_lock_shared(:lock)");
    }

    /** Waits for registrations under way, and holds up new ones until the transaction ends. */
    public void excludeRegistrations() {
        lock("SELECT pg_advisory_xact_lock(:lock)");
    }

    private void lock(String sql) {
        jdbc.sql(sql).param("lock", LOCK).query((row, number) -> true).single();
    }
}
