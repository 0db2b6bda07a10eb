import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * So many process instances of Flowable whose one timer falls in the same second, as its engine comes: asynchronous history
 * off, history as by default, its own job executor. Arguments: JDBC address, user, password, instances, lead in seconds.
 * Prints how late they went on, by the clock of the machine: `p50 p95 last`, in ms; and how many went on twice.
 */
public class Timers {
  static final ConcurrentLinkedQueue<long[]> FIRED = new ConcurrentLinkedQueue<>();

  public static class Fired implements JavaDelegate {
    @Override
    public void execute(DelegateExecution execution) {
      FIRED.add(new long[] {((Number) execution.getVariable("n")).longValue(), System.currentTimeMillis()});
    }
  }

  static final String PROCESS = """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn" targetNamespace="bench">
        <process id="timer" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="a" sourceRef="start" targetRef="due"/>
          <intermediateCatchEvent id="due"><timerEventDefinition><timeDate>${due}</timeDate></timerEventDefinition></intermediateCatchEvent>
          <sequenceFlow id="b" sourceRef="due" targetRef="light"/>
          <serviceTask id="light" flowable:class="Timers$Fired"/>
          <sequenceFlow id="c" sourceRef="light" targetRef="end"/>
          <endEvent id="end"/>
        </process>
      </definitions>""";

  public static void main(String[] args) throws Exception {
    int count = Integer.parseInt(args[3]);
    StandaloneProcessEngineConfiguration config = new StandaloneProcessEngineConfiguration();
    config.setJdbcUrl(args[0]).setJdbcUsername(args[1]).setJdbcPassword(args[2]).setJdbcDriver("org.postgresql.Driver");
    config.setJdbcMaxActiveConnections(32);
    config.setDatabaseSchemaUpdate("true");
    config.setAsyncExecutorActivate(true);
    config.setClassLoader(Timers.class.getClassLoader());
    ProcessEngine engine = config.buildProcessEngine();
    engine.getRepositoryService().createDeployment().addString("timer.bpmn20.xml", PROCESS).deploy();
    long due = (System.currentTimeMillis() / 1000 + Long.parseLong(args[4])) * 1000;
    long began = System.currentTimeMillis();
    var starters = Executors.newFixedThreadPool(8);
    for (int i = 0; i < count; i++) {
      Map<String, Object> variables = Map.of("n", i, "due", Instant.ofEpochMilli(due).toString());
      starters.submit(() -> engine.getRuntimeService().startProcessInstanceByKey("timer", variables));
    }
    starters.shutdown();
    starters.awaitTermination(1, TimeUnit.HOURS);
    System.out.printf("flowable: %d started after %d s%n", count, (System.currentTimeMillis() - began) / 1000);
    if (System.currentTimeMillis() > due) throw new IllegalStateException("not all were started in their second: give more --lead");
    while (FIRED.size() < count || engine.getRuntimeService().createProcessInstanceQuery().count() > 0) Thread.sleep(200);
    long[] late = FIRED.stream().mapToLong(one -> one[1] - due).sorted().toArray();
    long different = FIRED.stream().mapToLong(one -> one[0]).distinct().count();
    System.out.printf(
        "flowable: p50 %.1f s, p95 %.1f s, last %.1f s after; %.0f/s; %d tried again%n",
        late[late.length / 2] / 1000.0, late[(int) (late.length * 0.95)] / 1000.0, late[late.length - 1] / 1000.0,
        count * 1000.0 / late[late.length - 1], late.length - different);
    System.out.println(Arrays.stream(late).filter(one -> one < 0).count() + " early");
    engine.close();
    System.exit(0);
  }
}
