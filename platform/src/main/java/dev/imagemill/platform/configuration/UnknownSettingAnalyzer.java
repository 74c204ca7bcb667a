package dev.imagemill.platform.configuration;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what could have been meant. */
final class UnknownSettingAnalyzer extends AbstractFailureAnalyzer<UnknownSetting> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnknownSetting cause) {
        return new FailureAnalysis(
                "Configuration: " + cause.getMessage() + ".",
                "Correct its name or take it out. There are:\n    " + String.join("\n    ", cause.known()),
                cause);
    }
}
