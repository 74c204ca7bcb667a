package dev.imagemill.transform.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AllocatorTest {
    private static final String GNU = "7f00-7f01 r-xp 00000000 08:01 1  /usr/lib/x86_64-linux-gnu/libc.so.6\n";
    private static final String OLDER_GNU = "7f00-7f01 r-xp 00000000 08:01 1  /lib/x86_64-linux-gnu/libc-2.28.so\n";
    private static final String JEMALLOC =
            "7f02-7f03 r-xp 00000000 08:01 2  /usr/lib/x86_64-linux-gnu/libjemalloc.so.2\n";
    private static final String MUSL = "7f00-7f01 r-xp 00000000 08:01 1  /lib/ld-musl-x86_64.so.1\n";

    @Test
    void warnsOfArenasWithoutNumber() {
        assertThat(Allocator.warning(GNU, Map.of()))
                .hasValueSatisfying(warning ->
                        assertThat(warning).contains("MALLOC_ARENA_MAX=2").contains("jemalloc"));
        assertThat(Allocator.warning(OLDER_GNU, Map.of("PATH", "/bin"))).isPresent();
    }

    @Test
    void isContentWithFewArenas() {
        assertThat(Allocator.warning(GNU, Map.of("MALLOC_ARENA_MAX", "2"))).isEmpty();
        assertThat(Allocator.warning(GNU, Map.of("GLIBC_TUNABLES", "glibc.malloc.arena_max=4")))
                .isEmpty();
    }

    @Test
    void isContentWithOtherAllocators() {
        assertThat(Allocator.warning(GNU + JEMALLOC, Map.of())).isEmpty();
        assertThat(Allocator.warning(MUSL, Map.of())).isEmpty();
        assertThat(Allocator.warning("", Map.of())).as("no Linux").isEmpty();
    }
}
