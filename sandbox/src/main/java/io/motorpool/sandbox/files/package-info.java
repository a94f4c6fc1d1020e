/** The few things about files and processes that every part of the sandbox needs. */
@NullMarked
package io.motorpool.sandbox.files;

import org.jspecify.annotations.NullMarked;
