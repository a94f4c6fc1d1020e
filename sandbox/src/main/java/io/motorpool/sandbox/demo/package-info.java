/** The companies, vehicles and people of the demo, and the stories played with them. */
@NullMarked
package io.motorpool.sandbox.demo;

import org.jspecify.annotations.NullMarked;
