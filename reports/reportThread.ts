import { answerJobs } from '../threads/answerJobs';
import { writeReport } from './writeReport';

answerJobs(writeReport);
