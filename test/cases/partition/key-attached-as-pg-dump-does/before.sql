create table log (id bigint not null, kind text not null, primary key (id, kind)) partition by list (kind);
create table log_a partition of log for values in ('a');
