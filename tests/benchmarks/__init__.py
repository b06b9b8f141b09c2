"""What is measured, each thing beside its reference: ``python -m tests.benchmarks.bench_...``."""
