create table log (id bigint, kind text) partition by list (kind);
create table log_a partition of log for values in ('a');
create unique index log_a_mine on log_a (id, kind);
