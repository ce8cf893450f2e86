create table log (id bigint, kind text) partition by list (kind);
create table log_a partition of log for values in ('a');
create index log_a_mine on log_a (id);
create index log_id on log (id);
