create table log (id bigint not null, kind text not null, constraint k primary key (id, kind)) partition by list (kind);
create table log_a partition of log for values in ('a');
create index log_i on log (id);
comment on constraint log_a_pkey on log_a is 'two';
comment on index log_a_id_idx is 'y';
create table log_b partition of log for values in ('b');
comment on constraint log_b_pkey on log_b is 'bb';
comment on index log_b_id_idx is 'bi';
