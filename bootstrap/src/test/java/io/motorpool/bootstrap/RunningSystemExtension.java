package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands out the running system, and looks into its logs when a class of tests is through: for errors, and for what they must
 * not tell.
 */
final class RunningSystemExtension implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

    private int errorsBefore;

    @Override
    public void beforeAll(ExtensionContext context) {
        errorsBefore = RunningSystem.get().errorsLogged().size();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        List<String> errors = RunningSystem.get().errorsLogged();
        assertThat(errors.subList(errorsBefore, errors.size()))
                .as("errors in " + RunningSystem.get().node().log())
                .isEmpty();
        assertThat(RunningSystem.get().indiscretions())
                .as("what no log may tell")
                .isEmpty();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningSystem.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return RunningSystem.get();
    }
}
