package io.daybook.sandbox;

/** Whether money moved. */
public enum Effect {
  POSTED,
  PENDING,
  NONE
}
