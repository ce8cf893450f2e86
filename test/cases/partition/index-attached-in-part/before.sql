create table log (id bigint, kind text) partition by list (kind);
create table log_a partition of log for values in ('a');
create table log_b partition of log for values in ('b');
