-- up
-- ! blocks_reads
alter table public.other
  rename constraint one to "One";
-- ! blocks_reads
alter table public.t
  rename constraint e to e2;
-- ! blocks_reads
alter table public.t
  rename constraint k_b to renamed_tbngvo;
-- ! blocks_reads
alter table public.t
  rename constraint k_a to k_b;
-- ! blocks_reads
alter table public.t
  rename constraint renamed_tbngvo to k_a;
-- ! blocks_reads
alter table public.t
  rename constraint d_check to renamed_1q9bsxr;
-- ! blocks_reads
alter table public.t
  rename constraint c_check to d_check;
-- ! blocks_reads
alter table public.t
  rename constraint renamed_1q9bsxr to c_check;
-- ! blocks_reads
alter table public.t
  rename constraint g to renamed_27p3in;
-- ! blocks_reads
alter table public.t
  rename constraint f to g;
-- ! blocks_reads
alter table public.t
  rename constraint renamed_27p3in to f;

-- down
-- ! blocks_reads
alter table public.other
  rename constraint "One" to one;
-- ! blocks_reads
alter table public.t
  rename constraint e2 to e;
-- ! blocks_reads
alter table public.t
  rename constraint k_b to renamed_tbngvo;
-- ! blocks_reads
alter table public.t
  rename constraint k_a to k_b;
-- ! blocks_reads
alter table public.t
  rename constraint renamed_tbngvo to k_a;
-- ! blocks_reads
alter table public.t
  rename constraint d_check to renamed_1q9bsxr;
-- ! blocks_reads
alter table public.t
  rename constraint c_check to d_check;
-- ! blocks_reads
alter table public.t
  rename constraint renamed_1q9bsxr to c_check;
-- ! blocks_reads
alter table public.t
  rename constraint g to renamed_27p3in;
-- ! blocks_reads
alter table public.t
  rename constraint f to g;
-- ! blocks_reads
alter table public.t
  rename constraint renamed_27p3in to f;
