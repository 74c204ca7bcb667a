package dev.imagemill.storage.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlTypeValue;

/** A Postgres array as a statement parameter: the columns of a batch go to {@code unnest} as one array each. */
public final class SqlArray implements SqlTypeValue {
    private final String elementType;
    private final @Nullable Object[] elements;

    private SqlArray(String elementType, @Nullable Object[] elements) {
        this.elementType = elementType;
        this.elements = elements;
    }

    public static SqlArray uuids(Collection<UUID> ids) {
        return new SqlArray("uuid", ids.toArray());
    }

    public static <T> SqlArray uuids(List<T> rows, Function<T, UUID> column) {
        return of("uuid", rows, column);
    }

    /** Texts; Postgres keeps no NUL character, so the replacement character takes its place. */
    public static <T> SqlArray texts(List<T> rows, Function<T, @Nullable String> column) {
        return of("text", rows, row -> {
            String text = column.apply(row);
            return text == null ? null : text.replace('\0', '\uFFFD');
        });
    }

    public static <T> SqlArray integers(List<T> rows, Function<T, Integer> column) {
        return of("int4", rows, column);
    }

    public static <T> SqlArray longs(List<T> rows, Function<T, Long> column) {
        return of("int8", rows, column);
    }

    public static <T> SqlArray booleans(List<T> rows, Function<T, Boolean> column) {
        return of("bool", rows, column);
    }

    /** Instants as text, to be cast to {@code timestamptz[]}. */
    public static <T> SqlArray instants(List<T> rows, Function<T, Instant> column) {
        return of("text", rows, row -> column.apply(row).toString());
    }

    /** Raw bytes a row. */
    public static <T> SqlArray bytes(List<T> rows, Function<T, byte[]> column) {
        return new SqlArray("bytea", rows.stream().map(column).toArray(byte[][]::new));
    }

    /** Hexadecimal digests as raw bytes. */
    public static <T> SqlArray digests(List<T> rows, Function<T, @Nullable String> column) {
        return new SqlArray(
                "bytea", rows.stream().map(column.andThen(SqlArray::parsed)).toArray(byte[][]::new));
    }

    public static SqlArray digests(Collection<String> digests) {
        return new SqlArray("bytea", digests.stream().map(SqlArray::parsed).toArray(byte[][]::new));
    }

    @Override
    public void setTypeValue(PreparedStatement statement, int index, int sqlType, @Nullable String typeName)
            throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(elementType, elements));
    }

    private static <T> SqlArray of(String type, List<T> rows, Function<T, ? extends @Nullable Object> column) {
        @Nullable Object[] values = new Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        return new SqlArray(type, values);
    }

    private static byte @Nullable [] parsed(@Nullable String digest) {
        return digest == null ? null : HexFormat.of().parseHex(digest);
    }
}
