package dev.imagemill.codec.machine;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A native library that a machine may have or not. The operator may name another file than the system's loader finds, or {@value #OFF}, by a system
 * property or an environment variable.
 *
 * @param property system property that names it
 * @param variable environment variable that does, if the property does not
 * @param linuxFile as it is called on Linux, with the version of its interface
 * @param macFile as it is called on macOS
 */
public record MachineLibrary(String property, String variable, String linuxFile, String macFile) {
    static final String OFF = "off";

    /**
     * Loads the library that the operator names, or else the machine's.
     *
     * @param binding makes the library's binding of its symbols and its name, or throws if something is missing
     */
    public <L> Presence<L> load(BiFunction<SymbolLookup, String, L> binding) {
        @Nullable String named = System.getProperty(property);
        return load(named == null ? System.getenv(variable) : named, binding);
    }

    /** Loads a library by name or path, the usual one if none is named. */
    public <L> Presence<L> load(@Nullable String named, BiFunction<SymbolLookup, String, L> binding) {
        if (OFF.equals(named)) {
            return new Presence.Absent<>("it is switched off");
        }
        String name = named == null || named.isBlank() ? usualFile() : named;
        try {
            return new Presence.Loaded<>(binding.apply(lookup(name), name));
        } catch (LinkageError | RuntimeException e) {
            return new Presence.Absent<>(name + " cannot be loaded: " + e.getMessage());
        }
    }

    private String usualFile() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? macFile : linuxFile;
    }

    /** The symbols of a library with this path or, if it has no slash, this name for the system's loader. */
    @SuppressWarnings("restricted") // the machine's own library, or the one that the operator chose
    public static SymbolLookup lookup(String name) {
        return name.contains("/")
                ? SymbolLookup.libraryLookup(Path.of(name), Arena.global())
                : SymbolLookup.libraryLookup(name, Arena.global());
    }
}
