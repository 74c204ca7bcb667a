package dev.imagemill.contract.pipeline;

/** A value out of a fixed list, each with the word that stands for it in a pipeline document. */
interface Choice {
    String id();
}
