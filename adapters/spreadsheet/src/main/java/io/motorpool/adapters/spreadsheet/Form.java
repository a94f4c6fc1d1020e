package io.motorpool.adapters.spreadsheet;

/**
 * What the lines of a template mean.
 *
 * @param <R> what one of them says
 */
interface Form<R> {

    /** As the template says it of itself. */
    String version();

    /** What the line says. Whatever is wrong with its cells is told to them; then nobody looks at the answer. */
    R read(Cells line);
}
