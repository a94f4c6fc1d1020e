/** Access tokens for development, and the people of the demo who hold them. */
@NullMarked
package io.motorpool.sandbox.token;

import org.jspecify.annotations.NullMarked;
