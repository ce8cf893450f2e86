-- up
alter index public.log_a_id_idx rename to log_a_mine;

-- down
alter index public.log_a_mine rename to log_a_id_idx;
